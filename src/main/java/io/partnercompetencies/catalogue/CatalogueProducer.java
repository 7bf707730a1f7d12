package io.partnercompetencies.catalogue;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Loads the catalogue when the service starts, so that a bad one stops it there and not in the first request. */
@Singleton
class CatalogueProducer {

    @Produces
    @Singleton
    @Startup
    Catalogue catalogue(@ConfigProperty(name = "competencies.catalogue.dir") Optional<String> directory) {
        return directory.map(dir -> Catalogue.in(Path.of(dir))).orElseGet(Catalogue::builtIn);
    }
}
