package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.journey.Visitor.Device;

/// Following a dossier without an account.
class TrackingJourneyTest extends Journey {
    private static final String CHILD = "Nguyễn Hải Đăng";

    @Test
    void whoever_knows_code_and_phone_sees_progress_and_the_reckoning_in_both_languages() {
        var code = births.filed(CHILD);
        births.accept(code);
        var visitor = visitor(Device.phone()).open("/tracking").check("tracking-1-empty");
        visitor.press("Xem tiến độ").check("tracking-2-missing");
        visitor.sees("Nhập mã hồ sơ như trên giấy tiếp nhận")
                .sees("Nhập 4 số cuối điện thoại đã khai");
        visitor.fill("Mã hồ sơ", code.value()).page.locator("#fact").fill("0000");
        visitor.press("Xem tiến độ")
                .check("tracking-3-wrong")
                .sees("Kiểm tra mã hồ sơ và 4 số cuối điện thoại");
        assertThat(visitor.value("Mã hồ sơ"))
                .as("what was typed comes back")
                .isEqualTo(code.value());
        visitor.page.locator("#fact").fill(Births.PHONE_TAIL);
        visitor.press("Xem tiến độ").check("tracking-4-progress");
        visitor.sees("Ngày hẹn được tính thế nào").doesNotSee(CHILD);
        assertThat(visitor.at())
                .as("no phone number in the address")
                .doesNotContain(Births.PHONE_TAIL);
        visitor.follow("English").check("tracking-6-english").sees("How the day was worked out");
        assertThat(visitor.page.locator("html").getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void whoever_guesses_is_stopped_after_a_few_tries() {
        var code = births.filed(CHILD);
        var visitor = visitor(Device.phone());
        for (int i = 0; i < 8; i++) {
            visitor.open("/tracking")
                    .fill("Mã hồ sơ", code.value())
                    .page
                    .locator("#fact")
                    .fill("000" + i);
            visitor.press("Xem tiến độ");
        }
        visitor.page.locator("#fact").fill(Births.PHONE_TAIL);
        visitor.press("Xem tiến độ").check("tracking-7-limited").sees("Chờ 15 phút rồi thử lại");
    }

    @Test
    void the_code_to_scan_on_the_confirmation_opens_the_progress() throws Exception {
        var code = births.filed(CHILD);
        var mother =
                signedIn(
                        TestPlatform.MOTHER, Device.phone(), "/dossiers/" + code + "/confirmation");
        mother.check("tracking-8-confirmation");
        var address = URI.create(scan(mother.page.locator(".mc-qr img").screenshot()));
        var neighbour =
                visitor(Device.phone()).open(address.getRawPath() + "?" + address.getRawQuery());
        neighbour.check("tracking-9-scanned").sees(code.value()).doesNotSee(CHILD);
    }

    private static String scan(byte[] picture) throws IOException, NotFoundException {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        var dots =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (com.google.zxing.ChecksumException | com.google.zxing.FormatException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
