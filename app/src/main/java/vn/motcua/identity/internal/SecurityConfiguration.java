package vn.motcua.identity.internal;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Two ways in: programs with a token at `/api/**`, people with a session everywhere else. Both
/// are closed but for what the rooms declare.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    private final DeclaredAccess access;
    private final Refusals refusals;
    private final PageHeaders headers;

    SecurityConfiguration(
            DeclaredAccess access,
            Refusals refusals,
            @Value("${motcua.form-targets:}") List<String> formTargets) {
        this.access = access;
        this.refusals = refusals;
        this.headers = new PageHeaders(formTargets);
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, TokenDesk tokens) throws Exception {
        return closed(http.securityMatcher("/api/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(
                        context ->
                                context.securityContextRepository(
                                        new RequestAttributeSecurityContextRepository()))
                .addFilterBefore(
                        new BearerFilter(tokens, refusals), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        refused ->
                                refused.authenticationEntryPoint(refusals::strangerAtApi)
                                        .accessDeniedHandler(refusals::deniedAtApi))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, SessionCallers sessions, CsrfCookies csrf)
            throws Exception {
        return closed(http)
                .csrf(form -> form.csrfTokenRepository(csrf))
                .securityContext(context -> context.securityContextRepository(sessions))
                .addFilterBefore(new StrangerUploads(), CsrfFilter.class)
                .addFilterBefore(new SameSiteFilter(), CsrfFilter.class)
                .exceptionHandling(
                        refused ->
                                refused.authenticationEntryPoint(refusals::strangerAtPage)
                                        .accessDeniedHandler(refusals::deniedAtPage))
                .build();
    }

    private HttpSecurity closed(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ERROR,
                                                DispatcherType.ASYNC,
                                                DispatcherType.FORWARD)
                                        .permitAll()
                                        .anyRequest()
                                        .access(access))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(
                        told ->
                                told.cacheControl(cache -> cache.disable())
                                        .frameOptions(frame -> frame.deny())
                                        .referrerPolicy(
                                                referrer ->
                                                        referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                                        .addHeaderWriter(headers));
    }

    /// Signing in happens at [SignInDesk] alone; this keeps the framework from making up an
    /// account of its own.
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new ProviderNotFoundException("sign-in is at the desk");
        };
    }
}
