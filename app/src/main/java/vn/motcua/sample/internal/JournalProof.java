package vn.motcua.sample.internal;

import java.time.Instant;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;
import vn.motcua.journal.JournalVerifier;
import vn.motcua.journal.Verdict;
import vn.motcua.journal.Verdict.Breach;
import vn.motcua.kernel.HanoiTime;

/// The command `verify-journal`: proves the journal and says what was found. Exit code 0 when
/// intact, 2 when broken.
@Component
class JournalProof implements ExitCodeGenerator {
    private static final int BROKEN = 2;

    private final JournalVerifier verifier;
    private final Screen screen;
    private volatile int exitCode;

    JournalProof(JournalVerifier verifier, Screen screen) {
        this.verifier = verifier;
        this.screen = screen;
    }

    void run() {
        var verdict = verifier.verify(line -> screen.line("  · " + line));
        tell(verdict);
        exitCode = verdict.intact() ? 0 : BROKEN;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    private void tell(Verdict verdict) {
        var breach = verdict.breach();
        if (breach == null) {
            screen.line(
                    "  ✓ Nhật ký nguyên vẹn: %d niêm phong, %d bản ghi; %d bản ghi mới chưa niêm phong."
                            .formatted(verdict.seals(), verdict.entries(), verdict.unsealed()));
            screen.line(
                    "  ✓ The journal is intact: %d seals, %d entries; %d newer entries are not sealed yet."
                            .formatted(verdict.seals(), verdict.entries(), verdict.unsealed()));
            return;
        }
        screen.line(
                "  ✗ Nhật ký KHÔNG nguyên vẹn: niêm phong số "
                        + breach.seal()
                        + where(breach, "bản ghi số", "lúc")
                        + ": "
                        + how(breach, true)
                        + ". Trước đó "
                        + verdict.entries()
                        + " bản ghi còn nguyên.");
        screen.line(
                "  ✗ The journal is BROKEN: seal "
                        + breach.seal()
                        + where(breach, "entry", "at")
                        + ": "
                        + how(breach, false)
                        + ". "
                        + verdict.entries()
                        + " entries before it are intact.");
    }

    private static String where(Breach breach, String entry, String at) {
        if (breach.seq() == 0) return "";
        var kind = breach.kind() == null ? "" : " " + breach.kind();
        Instant moment = breach.at();
        var time = moment == null ? "" : " " + at + " " + HanoiTime.timeAndDate(moment);
        return ", " + entry + " " + breach.seq() + kind + time;
    }

    private static String how(Breach breach, boolean vietnamese) {
        return switch (breach.fault()) {
            case CHANGED ->
                    vietnamese ? "đã bị sửa sau khi niêm phong" : "changed after it was sealed";
            case MISSING -> vietnamese ? "đã bị xóa" : "removed";
            case INSERTED ->
                    vietnamese ? "bị chèn thêm vào giữa" : "inserted between sealed entries";
            case SEAL_BROKEN ->
                    vietnamese
                            ? "niêm phong bị sửa, xóa hoặc đứt chuỗi"
                            : "the seal was altered, removed or does not follow";
        };
    }
}
