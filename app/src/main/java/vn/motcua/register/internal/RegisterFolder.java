package vn.motcua.register.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.procedure.FaultSink;
import vn.motcua.register.Register;

/// The registers described in the folder `motcua.registers`, one file each, read when the program
/// starts. A file with faults is told line by line and left out.
@Component
class RegisterFolder {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterFolder.class);
    private static final long LARGEST = 100_000;

    private final Map<String, Register> registers = new TreeMap<>();

    RegisterFolder(@Value("${motcua.registers:registers}") Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            LOG.info("no folder of registers at {}", folder);
            return;
        }
        try (var files = Files.newDirectoryStream(folder, "*.yaml")) {
            for (var file : files) read(file);
        }
    }

    private void read(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        if (Files.size(file) > LARGEST) {
            LOG.error("{} is too large for a register and left out", name);
            return;
        }
        var faults = new FaultSink();
        var register = RegisterReader.read(name, Files.readString(file), faults);
        for (var fault : faults.faults()) LOG.error("{}", fault.sentence(Locale.ENGLISH));
        if (!faults.isEmpty()) return;
        if (!name.equals(register.id() + ".yaml"))
            LOG.error("{} describes the register {} and is left out", name, register.id());
        else registers.put(register.id(), register);
    }

    List<Register> all() {
        return new ArrayList<>(registers.values());
    }

    Optional<Register> find(String id) {
        return Optional.ofNullable(registers.get(id));
    }
}
