/**
 * Sends the packaged service what its OpenAPI document allows and what it does not, and holds every answer against that
 * document. {@code Requests} and its neighbours make requests, {@code Contract} judges answers, {@code Known} keeps what
 * answers have told, so that later requests go deeper.
 */
package io.partnercompetencies.fuzz;
