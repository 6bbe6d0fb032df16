package vn.dancu.bus.audit.evidence.seal;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.kernel.Sha256;

/** The hash tree of RFC 6962 §2.1; leaves are given as hashes. */
public final class MerkleTree {

    /** The root over at least one leaf. */
    public static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = split(leaves.size());
        return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** The audit path from the leaf to the root, lowest sibling first (RFC 6962 §2.1.1). */
    public static List<byte[]> path(List<byte[]> leaves, int index) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int split = split(leaves.size());
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> path = index < split ? path(left, index) : path(right, index - split);
        path.add(index < split ? root(right) : root(left));
        return path;
    }

    /** The root that follows from a leaf and its audit path (RFC 9162 §2.1.3.2). */
    public static byte[] root(byte[] leaf, int index, int size, List<byte[]> path) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("The index of a leaf is less than their number");
        }
        int fn = index;
        int sn = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (sn == 0) {
                throw new IllegalArgumentException("The path is too long");
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = node(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0) {
            throw new IllegalArgumentException("The path is too short");
        }
        return hash;
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** The greatest power of two that is less than the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private MerkleTree() {}
}
