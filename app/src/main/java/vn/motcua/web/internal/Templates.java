package vn.motcua.web.internal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

/// Joins JTE to Spring MVC: a view name is a template's path below `src/main/jte`.
@Configuration(proxyBeanMethods = false)
class Templates {
    @Bean
    TemplateEngine templateEngine() {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    ViewResolver templateViewResolver(TemplateEngine engine) {
        return new TemplateViewResolver(engine);
    }

    /// Redirects are left to the next resolver.
    private static final class TemplateViewResolver implements ViewResolver, Ordered {
        private final TemplateEngine engine;

        TemplateViewResolver(TemplateEngine engine) {
            this.engine = engine;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            if (name.startsWith("redirect:") || name.startsWith("forward:")) return null;
            var template = name + ".jte";
            return engine.hasTemplate(template) ? new TemplateView(engine, template) : null;
        }
    }

    private static final class TemplateView extends AbstractUrlBasedView {
        private final TemplateEngine engine;
        private final String template;

        TemplateView(TemplateEngine engine, String template) {
            this.engine = engine;
            this.template = template;
        }

        @Override
        protected void renderMergedOutputModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var output = new Utf8ByteOutput();
            engine.render(template, model, output);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
