package io.partnercompetencies.webhook;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** All addresses of one family that begin with the same bits. Netty's own rule for them takes some of IPv6 for others. */
record Subnet(byte[] network, int bits) {

    /** @param written such as {@code 10.0.0.0/8} */
    static Subnet of(String written) {
        var parts = written.split("/");
        try {
            return new Subnet(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(written + " is no subnet", e);
        }
    }

    boolean contains(InetAddress address) {
        var asked = address.getAddress();
        return asked.length == network.length && beginning(asked).equals(beginning(network));
    }

    private BigInteger beginning(byte[] address) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
    }
}
