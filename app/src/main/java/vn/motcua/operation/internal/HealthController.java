package vn.motcua.operation.internal;

import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// For whoever supervises the process: does it live, may it be sent visitors. No details: they
/// are on the operator's page.
@RestController
class HealthController {
    private final ApplicationAvailability availability;
    private final DatabaseProbe database;

    HealthController(ApplicationAvailability availability, DatabaseProbe database) {
        this.availability = availability;
        this.database = database;
    }

    /// The process answers.
    @GetMapping("/health/live")
    ResponseEntity<Map<String, String>> live() {
        return told(true);
    }

    /// Start-up is over, shutdown has not begun, and the database answers.
    @GetMapping("/health/ready")
    ResponseEntity<Map<String, String>> ready() {
        return told(
                availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                        && database.answers());
    }

    private static ResponseEntity<Map<String, String>> told(boolean up) {
        return ResponseEntity.status(up ? 200 : 503)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("status", up ? "up" : "down"));
    }
}
