package dev.caudal.cluster.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/** Makes keys and signs certificates. */
final class Certificates {
    /** Clocks of other programs may be late. */
    private static final Duration EARLIER = Duration.ofHours(1);

    private static final int SERIAL_BITS = 120;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Certificates() {}

    /** What a certificate shall say. */
    record Request(
            X500Principal subject,
            PublicKey key,
            List<String> addresses,
            boolean authority,
            Instant now,
            Duration life) {}

    static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralName name(String address) {
        return new GeneralName(IPAddress.isValid(address) ? GeneralName.iPAddress : GeneralName.dNSName, address);
    }

    static X509Certificate sign(Request request, X500Principal issuer, PrivateKey key) {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, RANDOM),
                Date.from(request.now().minus(EARLIER)),
                Date.from(request.now().plus(request.life())),
                request.subject(),
                request.key());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(request.authority()));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(request.authority() ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
            if (!request.addresses().isEmpty()) {
                var names = request.addresses().stream().map(Certificates::name).toArray(GeneralName[]::new);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("A certificate cannot be signed: " + e.getMessage(), e);
        }
    }
}
