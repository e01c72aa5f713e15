package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.internal.print.Slip;
import vn.motcua.dossier.internal.print.SlipAgency;
import vn.motcua.dossier.internal.print.SlipBody;
import vn.motcua.dossier.internal.print.SlipDossier;
import vn.motcua.dossier.internal.print.SlipKind;
import vn.motcua.dossier.internal.print.SlipSigner;

/// A slip as JSON and back. The kind, kept beside it, tells what its body is.
@Component
class FrozenSlip {
    private final JsonMapper json = JsonMapper.builder().build();

    private record Common(
            SlipAgency agency,
            String place,
            Instant issued,
            @Nullable String number,
            @Nullable SlipDossier dossier,
            @Nullable SlipSigner signer,
            Map<String, Object> answers) {}

    String write(Slip slip) {
        ObjectNode node =
                json.valueToTree(
                        new Common(
                                slip.agency(),
                                slip.place(),
                                slip.issued(),
                                slip.number(),
                                slip.dossier(),
                                slip.signer(),
                                slip.answers()));
        node.set("body", json.valueToTree(slip.body()));
        return node.toString();
    }

    Slip read(String kind, String data) {
        var node = (ObjectNode) json.readTree(data);
        var body = json.treeToValue(node.remove("body"), type(SlipKind.valueOf(kind)));
        var common = json.treeToValue(node, Common.class);
        return new Slip(
                common.agency(),
                common.place(),
                common.issued(),
                common.number(),
                common.dossier(),
                common.signer(),
                body,
                common.answers());
    }

    private static Class<? extends SlipBody> type(SlipKind kind) {
        return switch (kind) {
            case RECEIPT -> SlipBody.Receipt.class;
            case SUPPLEMENT -> SlipBody.Supplement.class;
            case REFUSAL -> SlipBody.Refusal.class;
            case APOLOGY -> SlipBody.Apology.class;
            case PAYMENT -> SlipBody.Payment.class;
            case STOP -> SlipBody.Stop.class;
            case CONTROL -> SlipBody.Control.class;
            case REGISTER -> SlipBody.Register.class;
            case RESULT -> SlipBody.Result.class;
        };
    }
}
