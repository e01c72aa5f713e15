package vn.motcua.dossier.internal.processing;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierCode;

/// Where people reach the platform, as papers and codes to be scanned say it.
@Component
public class PublicAddress {
    private final String url;

    PublicAddress(@Value("${motcua.public-url:http://localhost:${server.port:8080}}") String url) {
        this.url = url;
    }

    /// Without the protocol, as papers print it.
    public String shown() {
        return url.replaceFirst("^https?://", "");
    }

    /// The page of a dossier's progress, opened without another question.
    public String tracking(DossierCode code, String key) {
        return url + "/tracking?code=" + code + "&key=" + key;
    }

    /// A dossier on the officers' desk, for labels on its papers.
    public String desk(UUID dossier) {
        return url + "/desk/dossiers/" + dossier;
    }

    /// The page that says whether a document stands.
    public String verify(String key) {
        return url + "/verify?key=" + key;
    }

    /// A ticket of the queue.
    public String ticket(String key) {
        return url + "/queue/tickets/" + key;
    }
}
