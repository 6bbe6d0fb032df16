package vn.dancu.bus.kernel.name;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Latin letters that Unicode does not decompose, and the plain letters for which they stand: those of {@code unaccent.rules} of
 * PostgreSQL, no more and no fewer. Names in Ê Đê, Ba Na and Gia Rai have ƀ; foreign ones the rest.
 */
final class LatinLetters {

    private static final Map<Character, String> PLAIN = read(
            """
            A Ⱥᴀᶏⱥ
            AA Ꜳꜳ
            AE Ææᴁ
            AO Ꜵꜵ
            AU Ꜷꜷ
            AV ꜸꜹꜺꜻ
            AY Ꜽꜽ
            B ƀƁƂƃɃɓʙᴃᵬᶀ
            C ƇƈȻȼɕᴄꞒꞓ
            D ÐðĐđƉƊƋƌȡɖɗᴅᴆᵭᶁᶑꝱꝹꝺ
            DB ȸ
            DZ ʣʥ
            E ƐɆɇɛᴇᶒᶓⱸ
            F ƑƒᵮᶂꜰꝻꝼ
            G ƓǤǥɠɡɢʛᶃꞠꞡ
            H ĦħɦɧʜⱧⱨꞪ
            HV ƕ
            I ıƖƗɨɪᵻᶖ
            J ȷɈɉɟʝᴊ
            K ƘƙᴋᶄⱩⱪꝀꝁꝂꝃꝄꝅꞢꞣ
            L ŁłƚȴȽɫɬɭʟᴌᶅⱠⱡⱢꝆꝇꝈꝉꝲ
            LL Ỻỻ
            LS ʪ
            LZ ʫ
            M ɱᴍᵯᶆⱮꝳ
            N ŊŋƝƞȵɲɳɴᵰᶇꝴꞐꞑꞤꞥ
            O ØøᴏⱺꝊꝋꝌꝍ
            OE Œœɶ
            OI Ƣƣ
            OO Ꝏꝏ
            P ƤƥᴘᵱᵽᶈⱣꝐꝑꝒꝓꝔꝕ
            Q ĸʠꝖꝗꝘꝙ
            QP ȹ
            R ɌɍɼɽɾʀᵲᵳᶉⱤꝵꝶꞦꞧ
            S ȿʂᵴᶊẜẝⱾꜱꞨꞩ
            SS ßẞ
            T ŦŧƫƬƭƮȶȾʈᴛᵵⱦꝷꞆꞇ
            TH ÞþᵺꝤꝥꝦꝧ
            TS ʦ
            U Ʉʉᴜᵾᶙ
            UE ᵫ
            V ƲʋᴠᶌỼỽⱱⱴꝞꝟ
            VY Ꝡꝡ
            W ᴡⱲⱳ
            X ᶍ
            Y ƳƴɎɏʏỾỿ
            Z ƵƶȤȥɀʐʑᴢᵶᶎⱫⱬⱿ
            """);

    /** The plain letters, in the case of that one; null for a character that is none of these. */
    static @Nullable String of(char letter) {
        return letter < 0x80 ? null : PLAIN.get(letter);
    }

    private static Map<Character, String> read(String table) {
        Map<Character, String> plain = new HashMap<>();
        table.lines().map(line -> line.split(" ")).forEach(line -> {
            for (char letter : line[1].toCharArray()) {
                plain.put(letter, Character.isLowerCase(letter) ? line[0].toLowerCase(Locale.ROOT) : line[0]);
            }
        });
        return Map.copyOf(plain);
    }

    private LatinLetters() {}
}
