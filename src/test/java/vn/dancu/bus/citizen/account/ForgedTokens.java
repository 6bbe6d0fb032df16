package vn.dancu.bus.citizen.account;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.util.Set;
import vn.dancu.bus.fixtures.CitizenIssuer;

/**
 * Makes tokens as somebody would who has seen those of an issuer.
 *
 * @param stranger a key that the issuer does not have
 */
record ForgedTokens(CitizenIssuer issuer, RSAKey stranger) {

    String part(String json) {
        return Base64URL.encode(json).toString();
    }

    String flipped(String claims) {
        return (claims.charAt(0) == 'e' ? "f" : "e") + claims.substring(1);
    }

    String signedByPublicKey(String claims) throws JOSEException {
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(issuer.key().getKeyID())
                        .build(),
                new Payload(claims));
        token.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    String signed(JWSAlgorithm algorithm, RSAKey key, String claims) {
        return CitizenIssuer.signed(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), key, claims);
    }

    String typed(String type, String claims) {
        return CitizenIssuer.signed(header().type(new JOSEObjectType(type)).build(), issuer.key(), claims);
    }

    String withOwnKey(String claims) {
        return CitizenIssuer.signed(
                header().keyID("mine").jwk(stranger.toPublicJWK()).build(), stranger, claims);
    }

    String withHeader(String name, String address, String claims) {
        JWSHeader.Builder header = header().keyID("mine");
        URI at = URI.create(address);
        return CitizenIssuer.signed(
                ("jku".equals(name) ? header.jwkURL(at) : header.x509CertURL(at)).build(), stranger, claims);
    }

    String critical(String claims) {
        return CitizenIssuer.signed(
                header().customParam("ours", true)
                        .criticalParams(Set.of("ours"))
                        .build(),
                issuer.key(),
                claims);
    }

    String withKeyId(String id, String claims) {
        return CitizenIssuer.signed(header().keyID(id).build(), issuer.key(), claims);
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(issuer.key().getKeyID());
    }

    String encrypted(String content) throws JOSEException {
        JWEObject token =
                new JWEObject(new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), new Payload(content));
        token.encrypt(new RSAEncrypter(issuer.key()));
        return token.serialize();
    }
}
