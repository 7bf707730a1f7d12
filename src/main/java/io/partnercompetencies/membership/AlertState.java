package io.partnercompetencies.membership;

enum AlertState {
    OPEN,
    CLEARED
}
