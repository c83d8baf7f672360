package dev.lockstep.it.faults;

import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Certificates of the vendor: one for its name, one for another's. */
final class Tls {
    private static final HeldCertificate OWN = certificate("localhost");
    private static final HeldCertificate ANOTHERS = certificate("elsewhere.test");
    private static final HandshakeCertificates TRUSTING = new HandshakeCertificates.Builder()
            .addTrustedCertificate(OWN.certificate())
            .addTrustedCertificate(ANOTHERS.certificate())
            .build();

    private Tls() {}

    private static HeldCertificate certificate(String host) {
        return new HeldCertificate.Builder().addSubjectAlternativeName(host).build();
    }

    /** The vendor answers over TLS, and the client trusts it. */
    static void trusted(World world) {
        serve(world, OWN);
        trust(world.http());
    }

    /** The vendor shows a certificate that nobody vouches for. */
    static void untrusted(World world) {
        serve(world, OWN);
    }

    /** The vendor shows a certificate for another host. */
    static void anotherHosts(World world) {
        serve(world, ANOTHERS);
        trust(world.http());
    }

    /** HTTP/2, over TLS. */
    static void http2(World world) {
        trusted(world);
        world.server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    }

    static void trust(OkHttpClient.Builder http) {
        http.sslSocketFactory(TRUSTING.sslSocketFactory(), TRUSTING.trustManager());
    }

    private static void serve(World world, HeldCertificate certificate) {
        world.server.setProtocols(List.of(Protocol.HTTP_1_1));
        world.server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        world.address("https://localhost");
    }
}
