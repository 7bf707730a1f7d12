package io.partnercompetencies.launch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Where PostgreSQL's programs come from: a {@code .tar.xz} that this package carries, unless it was left out. */
@FunctionalInterface
public interface Archive {

    InputStream open() throws IOException;

    static boolean isPackaged() {
        return loader().getResource(name()) != null;
    }

    static Archive packaged() {
        return () -> loader().getResourceAsStream(name());
    }

    /** For this machine, as its Maven artifact names it. */
    static String name() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        if (system.contains("mac")) {
            return "postgres-darwin-" + (arm ? "arm_64" : "x86_64") + ".txz";
        }
        if (system.contains("windows")) {
            return "postgres-windows-x86_64.txz";
        }
        return "postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }
}
