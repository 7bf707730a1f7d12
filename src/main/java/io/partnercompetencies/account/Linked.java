package io.partnercompetencies.account;

/** @param isNew false when the account was associated with this user already */
public record Linked(AssociationView association, boolean isNew) {}
