package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Credential;

/** A credential and its titles. */
public record CatalogueCredential(Credential credential, Names titles) {

    public String code() {
        return credential.code();
    }
}
