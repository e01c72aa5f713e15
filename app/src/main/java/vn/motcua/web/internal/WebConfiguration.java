package vn.motcua.web.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import vn.motcua.kernel.PlatformClock;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final PageModel pageModel;

    WebConfiguration(PageModel pageModel) {
        this.pageModel = pageModel;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(pageModel);
    }

    /// Vietnamese first: the browser's own preference is not asked, only the reader's click.
    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("motcua-language");
        resolver.setDefaultLocale(Locale.of("vi"));
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    @Bean
    static MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(MessageFiles.basenames());
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    @Bean
    static Clock clock() {
        return new PlatformClock();
    }
}
