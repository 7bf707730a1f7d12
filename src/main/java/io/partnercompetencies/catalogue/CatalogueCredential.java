package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Credential;
import java.util.List;

/**
 * A credential and its titles.
 *
 * @param aliases other English titles that pages give it (rule 6.21)
 */
public record CatalogueCredential(Credential credential, Names titles, List<String> aliases) {

    public CatalogueCredential {
        aliases = List.copyOf(aliases);
    }

    public String code() {
        return credential.code();
    }
}
