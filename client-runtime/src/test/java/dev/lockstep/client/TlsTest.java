package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Peers that are not who they should be are never asked twice; a broken handshake is. */
@Timeout(60)
class TlsTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private FixtureClient.Builder https(String certifiedName, boolean trusted) {
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName(certifiedName)
                .build();
        HandshakeCertificates server =
                new HandshakeCertificates.Builder().heldCertificate(held).build();
        HandshakeCertificates.Builder client = new HandshakeCertificates.Builder();
        if (trusted) {
            client.addTrustedCertificate(held.certificate());
        } else {
            client.addTrustedCertificate(new HeldCertificate.Builder().build().certificate());
        }
        HandshakeCertificates trust = client.build();
        vendor.server().useHttps(server.sslSocketFactory());
        return vendor.builder()
                .baseUrl(vendor.url())
                .httpClient(new OkHttpClient.Builder()
                        .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                        .build());
    }

    @ParameterizedTest
    @EnumSource
    void aTrustedServer(Mode mode) {
        FixtureClient client = vendor.build(https("localhost", true));
        vendor.enqueue(Vendor.conversation());
        vendor.run(mode, client.service().get()).success();
    }

    @ParameterizedTest
    @EnumSource
    void anUntrustedCertificate(Mode mode) {
        distrusted(mode, vendor.build(https("localhost", false)), "SSLHandshakeException while shaking hands (TLS)");
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateOfAnotherHost(Mode mode) {
        distrusted(
                mode,
                vendor.build(https("other.example", true)),
                "SSLPeerUnverifiedException while shaking hands (TLS)");
    }

    private void distrusted(Mode mode, FixtureClient client, String what) {
        vendor.enqueue(Vendor.conversation());
        ApiConnectionException failure =
                vendor.run(mode, client.service().get()).failed(ApiConnectionException.class);
        assertEquals(
                "acme getConversation: no answer, " + what
                        + "; the certificate of localhost is not trusted or not its own",
                failure.getMessage());
        assertEquals(1, failure.attempts().size());
        assertEquals(false, failure.ambiguous());
        vendor.assertWaits();
    }

    @ParameterizedTest
    @EnumSource
    void anAbortedHandshake(Mode mode) {
        FixtureClient client = vendor.build(https("localhost", true));
        for (int i = 0; i < 8; i++) {
            vendor.server().enqueue(new MockResponse.Builder().failHandshake().build());
        }
        ApiConnectionException failure =
                vendor.run(mode, client.service().get()).failed(ApiConnectionException.class);
        assertEquals(3, failure.attempts().size());
        assertTrue(
                failure.attempts().stream().noneMatch(attempt -> attempt.phase().mayHaveReachedVendor()));
        assertEquals(false, failure.ambiguous());
        vendor.assertWaits(100, 200);
    }
}
