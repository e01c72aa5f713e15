package vn.motcua.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.vault.internal.VaultFixture.citizen;
import static vn.motcua.vault.internal.VaultFixture.officer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.TestDatabase;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.StoredFile;
import vn.motcua.vault.VaultProblem;

/// S14: what is taken, how it is kept, who may open it.
class VaultModuleTest {
    private static TestDatabase database;
    @TempDir Path data;
    private VaultFixture fixture;
    private final UUID lan = UUID.randomUUID();
    private final UUID minh = UUID.randomUUID();

    @BeforeAll
    static void database() {
        database = TestDatabase.fresh();
    }

    @BeforeEach
    void open() throws IOException {
        fixture = new VaultFixture(database, data);
    }

    @Test
    void good_files_of_every_kind_are_taken() {
        assertThat(store("giấy.pdf", Samples.pdf()).mediaType()).isEqualTo("application/pdf");
        assertThat(store("ảnh.PNG", Samples.picture("png", 30, 30)).mediaType())
                .isEqualTo("image/png");
        assertThat(store("a.jpg", Samples.picture("jpeg", 30, 30)).mediaType())
                .isEqualTo("image/jpeg");
        assertThat(store("đơn.docx", Samples.docx()).name()).isEqualTo("đơn.docx");
    }

    @Test
    void bad_files_are_refused_saying_why_and_leave_nothing_behind() throws IOException {
        refused("game.pdf", Samples.program(), VaultProblem.MISMATCH);
        refused("game.exe", Samples.program(), VaultProblem.WRONG_KIND);
        refused("papers.zip", Samples.docx(), VaultProblem.WRONG_KIND);
        refused("noextension", Samples.pdf(), VaultProblem.WRONG_KIND);
        refused("a.png", Samples.pdf(), VaultProblem.MISMATCH);
        refused("a.pdf", new byte[0], VaultProblem.EMPTY);
        refused("a.pdf", Samples.pdfWithOpeningScript(), VaultProblem.ACTIVE_CONTENT);
        refused("a.pdf", Samples.pdfThatLaunches(), VaultProblem.ACTIVE_CONTENT);
        refused("a.pdf", Samples.pdfWithFileInside(), VaultProblem.ACTIVE_CONTENT);
        refused("a.pdf", Samples.pdfWithPassword(), VaultProblem.LOCKED);
        refused("a.pdf", Samples.pdfBomb(), VaultProblem.UNREADABLE_DOCUMENT);
        refused(
                "a.pdf",
                "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII),
                VaultProblem.UNREADABLE_DOCUMENT);
        refused("a.docx", Samples.docxBomb(), VaultProblem.UNREADABLE_DOCUMENT);
        refused("a.docx", Samples.docx("word/vbaProject.bin"), VaultProblem.ACTIVE_CONTENT);
        refused("a.docx", Samples.docx("word/embeddings/o.bin"), VaultProblem.ACTIVE_CONTENT);
        refused("a.docx", Samples.docx("more.zip"), VaultProblem.ACTIVE_CONTENT);
        var png = Samples.picture("png", 300, 300);
        refused("a.png", Arrays.copyOf(png, png.length / 2), VaultProblem.UNREADABLE_PICTURE);
        var jpeg = Samples.picture("jpeg", 300, 300);
        refused("a.jpg", Arrays.copyOf(jpeg, jpeg.length / 2), VaultProblem.UNREADABLE_PICTURE);
        refused("a.png", Samples.picture("png", 2000, 600), VaultProblem.PICTURE_TOO_LARGE);
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void an_endless_upload_is_cut_off_at_the_limit() throws IOException {
        long[] read = {0};
        var endless =
                new InputStream() {
                    @Override
                    public int read() {
                        read[0]++;
                        return 'x';
                    }

                    @Override
                    public int read(byte[] into, int from, int count) {
                        read[0] += count;
                        return count;
                    }
                };
        assertThatThrownBy(
                        () ->
                                as(
                                        citizen(lan),
                                        () ->
                                                fixture.vault.store(
                                                        endless,
                                                        "a.pdf",
                                                        FilePurpose.COMPONENT,
                                                        lan)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> {
                            assertThat(it.problem()).isEqualTo(VaultProblem.TOO_LARGE);
                            assertThat(it.arguments()).containsExactly("1 MB");
                        });
        assertThat(read[0]).isLessThan(2 * 1024 * 1024);
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void a_photo_loses_its_place_and_stands_upright() throws IOException {
        var photo = store("a.jpg", Samples.photoWithPlace());
        var kept = content(citizen(lan), photo.id());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("Exif");
        var picture = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(picture.getWidth()).isEqualTo(20);
        assertThat(picture.getHeight()).isEqualTo(40);
        assertThat(picture.getRGB(17, 20) & 0xff0000).isGreaterThan(0xe00000);
        assertThat(picture.getRGB(3, 20) & 0xff0000).isLessThan(0x200000);
    }

    @Test
    void content_is_encrypted_under_its_id_and_comes_back_unchanged() throws IOException {
        var pdf = big();
        var file = store("../../giấy khai sinh.pdf", pdf);
        assertThat(file.name()).isEqualTo("giấy khai sinh.pdf");
        assertThat(file.size()).isEqualTo(pdf.length);
        assertThat(content(citizen(lan), file.id())).isEqualTo(pdf);

        var place = fixture.shelf.of(file.id());
        assertThat(onDisk()).containsExactly(place);
        assertThat(new String(Files.readAllBytes(place), StandardCharsets.ISO_8859_1))
                .doesNotContain("%PDF")
                .doesNotContain("/Catalog");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("vault.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void content_altered_cut_off_or_exchanged_on_disk_is_noticed() throws IOException {
        var file = store("a.pdf", big());
        var other = store("b.pdf", big());
        var place = fixture.shelf.of(file.id());
        var good = Files.readAllBytes(place);
        int frame = Frames.SIZE + Frames.TAG;

        for (int at : new int[] {0, 8, 5000, 8 + frame + 3, good.length - 1}) {
            var bad = good.clone();
            bad[at] ^= 1;
            damaged(file, place, bad);
        }
        damaged(file, place, Arrays.copyOf(good, 8));
        damaged(file, place, Arrays.copyOf(good, 8 + frame));
        damaged(file, place, Arrays.copyOf(good, good.length - 1));
        var swapped = good.clone();
        System.arraycopy(good, 8 + frame, swapped, 8, frame);
        System.arraycopy(good, 8, swapped, 8 + frame, frame);
        damaged(file, place, swapped);
        damaged(file, place, Files.readAllBytes(fixture.shelf.of(other.id())));
        Files.write(place, good);
        assertThat(content(citizen(lan), file.id())).hasSize((int) file.size());
    }

    @Test
    void only_the_owner_and_the_agencies_it_is_shared_with_may_open_a_file() throws IOException {
        var file = store("a.pdf", Samples.pdf());
        for (var stranger :
                List.of(
                        citizen(minh),
                        officer("H26.01"),
                        Caller.anonymous(),
                        Caller.tracker(),
                        officer(""))) {
            assertThat(as(stranger, () -> fixture.vault.find(file.id()))).isEmpty();
            assertThatThrownBy(() -> as(stranger, () -> fixture.vault.open(file.id())))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            it -> assertThat(it.problem()).isEqualTo(VaultProblem.NOT_FOUND));
            share(stranger, file, "H26.01");
        }
        assertThat(as(officer("H26.01"), () -> fixture.vault.find(file.id()))).isEmpty();

        share(citizen(lan), file, "H26.01.02");
        assertThat(content(officer("H26.01.02"), file.id())).isNotEmpty();
        assertThat(content(officer("H26.01"), file.id())).isNotEmpty();
        assertThat(as(officer("H26.01.0"), () -> fixture.vault.find(file.id()))).isEmpty();
        assertThat(as(officer("H26.01.02"), () -> fixture.vault.find(file.id()))).contains(file);
    }

    @Test
    void opening_another_persons_file_is_written_down() throws IOException {
        var file = store("a.pdf", Samples.pdf());
        share(citizen(lan), file, "H26.01");
        content(citizen(lan), file.id());
        var officer = officer("H26.01");
        content(officer, file.id());

        var history = fixture.journal.journal.history("file", file.id());
        assertThat(history)
                .extracting(it -> it.entry().kind())
                .containsExactly("vault.file-stored", "vault.file-shared", "vault.file-opened");
        var opened = history.getLast().entry();
        assertThat(opened.actor().account()).isEqualTo(officer.account());
        assertThat(opened.actor().agency()).isEqualTo("H26.01");
        assertThat(opened.data()).containsEntry("owner", lan.toString());
    }

    @Test
    void an_officers_file_belongs_to_the_officers_agency() throws IOException {
        var officer = officer("H26.03");
        var result =
                as(
                        officer,
                        () ->
                                fixture.vault.store(
                                        new ByteArrayInputStream(Samples.pdf()),
                                        "kq.pdf",
                                        FilePurpose.RESULT,
                                        lan));
        assertThat(content(officer, result.id())).isNotEmpty();
        assertThat(content(citizen(lan), result.id())).isNotEmpty();
    }

    @Test
    void nobody_stores_a_file_in_another_citizens_name() {
        assertThatThrownBy(
                        () ->
                                as(
                                        citizen(minh),
                                        () ->
                                                fixture.vault.store(
                                                        new ByteArrayInputStream(Samples.pdf()),
                                                        "a.pdf",
                                                        FilePurpose.COMPONENT,
                                                        lan)))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void uploads_that_never_became_part_of_anything_go_and_shared_ones_stay() throws IOException {
        var forgotten = store("a.pdf", Samples.pdf());
        var used = store("b.pdf", Samples.pdf());
        share(citizen(lan), used, "H26.01");
        var stray = fixture.shelf.of(UUID.randomUUID());
        Files.createDirectories(stray.getParent());
        Files.writeString(stray, "x");
        var half = Files.writeString(fixture.shelf.arriving(), "x");
        for (var path : onDisk())
            Files.setLastModifiedTime(
                    path, FileTime.from(fixture.journal.clock.instant().minus(Duration.ofDays(2))));

        fixture.journal.clock.pass(Duration.ofDays(10));
        assertThat(fixture.cleaning.clean(Duration.ofDays(90)).uploads()).isZero();
        assertThat(stray).doesNotExist();
        assertThat(half).doesNotExist();
        fixture.journal.clock.pass(Duration.ofDays(90));
        assertThat(fixture.cleaning.clean(Duration.ofDays(90)).uploads()).isPositive();
        assertThat(onDisk()).containsExactly(fixture.shelf.of(used.id()));
        assertThat(as(citizen(lan), () -> fixture.vault.find(forgotten.id()))).isEmpty();
    }

    @Test
    void one_may_take_back_what_is_not_yet_part_of_anything() throws IOException {
        var file = store("a.pdf", Samples.pdf());
        discard(citizen(minh), file);
        assertThat(as(citizen(lan), () -> fixture.vault.find(file.id()))).isPresent();
        discard(citizen(lan), file);
        assertThat(as(citizen(lan), () -> fixture.vault.find(file.id()))).isEmpty();
        assertThat(onDisk()).isEmpty();

        var used = store("b.pdf", Samples.pdf());
        share(citizen(lan), used, "H26.01");
        discard(citizen(lan), used);
        assertThat(content(citizen(lan), used.id())).isNotEmpty();
    }

    private StoredFile store(String name, byte[] bytes) {
        return as(
                citizen(lan),
                () ->
                        fixture.vault.store(
                                new ByteArrayInputStream(bytes), name, FilePurpose.COMPONENT, lan));
    }

    @Test
    void uploads_that_wait_may_take_only_so_much_and_what_is_taken_back_counts_no_more()
            throws IOException {
        var first = store("a.pdf", big());
        store("b.pdf", big());
        refused("c.pdf", big(), VaultProblem.QUOTA);
        int kept = onDisk().size();
        assertThat(kept).isEqualTo(2);
        discard(citizen(lan), first);
        var third = store("c.pdf", big());
        share(citizen(lan), third, "H29.101");
        store("d.pdf", big());
        refused("e.pdf", big(), VaultProblem.QUOTA);
    }

    private void refused(String name, byte[] bytes, VaultProblem why) {
        assertThatThrownBy(() -> store(name, bytes))
                .as(name + " " + why)
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.problem()).isEqualTo(why));
    }

    private void damaged(StoredFile file, Path place, byte[] bytes) throws IOException {
        Files.write(place, bytes);
        assertThatThrownBy(() -> content(citizen(lan), file.id()))
                .hasStackTraceContaining("damaged");
    }

    private byte[] content(Caller caller, UUID id) throws IOException {
        try (var in = as(caller, () -> fixture.vault.open(id))) {
            return in.readAllBytes();
        }
    }

    private void share(Caller caller, StoredFile file, String agency) {
        fixture.run(caller, () -> fixture.vault.share(List.of(file.id()), agency));
    }

    private void discard(Caller caller, StoredFile file) {
        fixture.run(caller, () -> fixture.vault.discard(file.id()));
    }

    private <T> T as(Caller caller, java.util.function.Supplier<T> work) {
        return fixture.as(caller, work);
    }

    private List<Path> onDisk() throws IOException {
        var found = new ArrayList<Path>();
        try (var all = Files.walk(data.resolve("vault"))) {
            all.filter(Files::isRegularFile).forEach(found::add);
        }
        return found;
    }

    /// More than three frames.
    private static byte[] big() {
        return Samples.pdf(
                it -> {
                    var noise = new byte[200_000];
                    new java.util.Random(7).nextBytes(noise);
                    var stream = it.getDocument().createCOSStream();
                    try (var out = stream.createOutputStream()) {
                        out.write(noise);
                    }
                    it.getDocumentCatalog().getCOSObject().setItem("PieceInfo", stream);
                });
    }
}
