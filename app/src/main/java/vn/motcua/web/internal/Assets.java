package vn.motcua.web.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The static files of this build, by name.
@Component
class Assets {
    private final Map<String, String> names;

    Assets() throws IOException {
        var properties = new Properties();
        try (var in =
                new InputStreamReader(
                        new ClassPathResource("web/assets.properties").getInputStream(),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        var map = new HashMap<String, String>();
        properties.forEach((name, path) -> map.put((String) name, (String) path));
        names = Map.copyOf(map);
    }

    Map<String, String> names() {
        return names;
    }
}
