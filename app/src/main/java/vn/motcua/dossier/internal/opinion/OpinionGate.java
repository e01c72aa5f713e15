package vn.motcua.dossier.internal.opinion;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.motcua.dossier.internal.reading.PurposeGate;

/// An opinion and its files are read like the dossier they belong to: as one's work, or for a
/// purpose. The agency that was asked does not see the dossier; what it reads is its own work.
@Component
class OpinionGate implements HandlerInterceptor, WebMvcConfigurer {
    private final Opinions opinions;
    private final PurposeGate gate;

    OpinionGate(Opinions opinions, PurposeGate gate) {
        this.opinions = opinions;
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/desk/opinions/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var id = PurposeGate.named(request);
        var dossier = opinions.dossierOf(id);
        return dossier.isEmpty()
                || gate.passes(dossier.get(), "/desk/opinions/" + id, request, response);
    }
}
