package dev.skyline.config.security;

import org.springframework.core.env.Environment;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether the service may listen where it is told to. */
final class ListenAddress {

    private ListenAddress() {}

    /**
     * @throws UnprotectedAddress where others could reach the service and no token is set
     */
    static void requireProtected(Environment environment) {
        if (!TokenSettings.read(environment).isEmpty()) {
            return;
        }
        requireLoopback(environment, "server.address");
        if (environment.getProperty("management.server.port", "").isBlank()) {
            return;
        }
        requireLoopback(environment, "management.server.address");
    }

    private static void requireLoopback(Environment environment, String property) {
        String address = environment.getProperty(property, "");
        // No address means every address.
        if (address.isBlank() || !isLoopback(address)) {
            throw new UnprotectedAddress(property, address);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
