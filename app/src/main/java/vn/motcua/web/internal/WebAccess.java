package vn.motcua.web.internal;

import org.springframework.stereotype.Component;
import vn.motcua.identity.AccessRegistry;
import vn.motcua.identity.AccessRules;

/// The shell's own paths, and those of rooms below identity that cannot declare for themselves.
@Component
class WebAccess implements AccessRules {
    @Override
    public void rules(AccessRegistry registry) {
        registry.open(
                "/assets/**",
                "/language",
                "/help",
                "/components",
                "/error",
                "/units/**",
                "/robots.txt");
    }
}
