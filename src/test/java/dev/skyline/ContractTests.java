package dev.skyline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the tests that extend an abstract contract, so that a test can tell which implementations are held to it. */
public final class ContractTests {

    private ContractTests() {}

    /** An instance of each concrete subclass in the contract's package and below. */
    public static <T> List<T> of(Class<T> contract) {
        return of(contract, contract.getPackageName());
    }

    /** An instance of each concrete subclass in any package. */
    public static <T> List<T> everywhere(Class<T> contract) {
        return of(contract, ContractTests.class.getPackageName());
    }

    private static <T> List<T> of(Class<T> contract, String within) {
        try {
            Path root = Path.of(
                    contract.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path folder = root.resolve(within.replace('.', '/'));
            try (Stream<Path> files = Files.walk(folder)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.contains("$"))
                        .map(file -> load(file.substring(0, file.length() - ".class".length())))
                        .filter(type -> contract.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                        .map(type -> contract.cast(instance(type)))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String path) {
        try {
            return Class.forName(path.replaceAll("[/\\\\]", "."), false, ContractTests.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object instance(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no test", e);
        }
    }
}
