package vn.motcua.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/// Plays the neighbours of the platform on this machine:
/// `java sandbox/vn/motcua/sandbox/Sandbox.java [--port 9090] [--people sandbox]`.
public final class Sandbox {
    private static final int USUAL_PORT = 9090;
    private static final List<String> REGISTERS = List.of("population", "assistance");

    private Sandbox() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(option(arguments, "--port", String.valueOf(USUAL_PORT)));
        var people = Path.of(option(arguments, "--people", "sandbox"));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Map<String, PlayedRegister> registers = new TreeMap<>();
        for (var name : REGISTERS) {
            var register = new PlayedRegister(Rows.read(people.resolve(name + ".csv")));
            registers.put(name, register);
            server.createContext("/" + name, register);
        }
        server.createContext("/control", new Control(registers));
        server.start();
        tell(server.getAddress().getPort());
    }

    private static void tell(int port) {
        var url = "http://127.0.0.1:" + port;
        System.out.println(url);
        System.out.println();
        System.out.println("  Chạy nền tảng với: / Run the platform with:");
        for (var name : REGISTERS) {
            var variable = "MOTCUA_REGISTER_" + name.toUpperCase(Locale.ROOT);
            System.out.println("  export " + variable + "_URL=" + url + "/" + name);
            System.out.println("  export " + variable + "_CREDENTIAL=sandbox");
        }
    }

    private static String option(String[] arguments, String name, String usual) {
        for (int i = 0; i + 1 < arguments.length; i++)
            if (arguments[i].equals(name)) return arguments[i + 1];
        return usual;
    }
}
