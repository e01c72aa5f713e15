package vn.motcua.procedure.internal.intake;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/// Programs that read open data.
final class Asked {
    private Asked() {}

    /// Status of the answer to somebody who has a version already.
    static int with(String address, String tag) {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(address))
                            .header("If-None-Match", tag)
                            .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    static boolean wellFormed(String xml) {
        try {
            var reader =
                    XMLInputFactory.newDefaultFactory()
                            .createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) reader.next();
            return true;
        } catch (XMLStreamException _) {
            return false;
        }
    }
}
