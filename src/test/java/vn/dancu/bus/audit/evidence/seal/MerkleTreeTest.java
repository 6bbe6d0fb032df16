package vn.dancu.bus.audit.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.Sha256;

class MerkleTreeTest {

    /** The tree of eight leaves that certificate transparency logs are tested with. */
    private static final List<byte[]> LEAVES = List.of(
            leaf(""),
            leaf("00"),
            leaf("10"),
            leaf("2021"),
            leaf("3031"),
            leaf("40414243"),
            leaf("5051525354555657"),
            leaf("606162636465666768696a6b6c6d6e6f"));

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void givesTheKnownRoots() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            assertThat(HexFormat.of().formatHex(MerkleTree.root(LEAVES.subList(0, size))))
                    .isEqualTo(ROOTS.get(size - 1));
        }
    }

    @Test
    void leadsFromEachLeafToTheRootAndFromNoOtherPlace() {
        for (int size = 1; size <= 70; size++) {
            List<byte[]> leaves = leaves(size);
            byte[] root = MerkleTree.root(leaves);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = MerkleTree.path(leaves, index);
                assertThat(MerkleTree.root(leaves.get(index), index, size, path))
                        .isEqualTo(root);
                if (size > 1) {
                    int other = (index + 1) % size;
                    assertThat(MerkleTree.root(leaves.get(other), index, size, path))
                            .isNotEqualTo(root);
                }
            }
        }
    }

    @Test
    void refusesAPathOfAnotherLength() {
        List<byte[]> leaves = leaves(5);
        List<byte[]> path = MerkleTree.path(leaves, 1);

        assertThatThrownBy(() -> MerkleTree.root(leaves.get(1), 1, 5, path.subList(0, path.size() - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(leaves.get(0));
        assertThatThrownBy(() -> MerkleTree.root(leaves.get(1), 1, 5, longer))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.root(leaves.get(1), 5, 5, path))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(Sha256.of(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    private static byte[] leaf(String hex) {
        byte[] content = HexFormat.of().parseHex(hex);
        byte[] prefixed = new byte[content.length + 1];
        System.arraycopy(content, 0, prefixed, 1, content.length);
        return Sha256.of(prefixed);
    }
}
