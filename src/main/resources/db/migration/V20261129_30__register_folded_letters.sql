-- Letters that Unicode does not decompose (Ƀ, Ł, Ø, Ħ, ß, Æ …) were dropped from folded names; now they stand as plain letters,
-- as in vn.dancu.bus.kernel.name.NameNormalizer (NameFoldingIT holds this statement against it). Other names are not
-- touched; the few letters that were plain before (Đ, ß, ı) do not make a name one of these.
update register.citizen as c
set name_folded = upper(regexp_replace(
    translate(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
            normalize(concat_ws(' ', c.ho, c.chu_dem, c.ten), NFKD),
            '[Ꜳꜳ]', 'AA', 'g'),
            '[Ææᴁ]', 'AE', 'g'),
            '[Ꜵꜵ]', 'AO', 'g'),
            '[Ꜷꜷ]', 'AU', 'g'),
            '[ꜸꜹꜺꜻ]', 'AV', 'g'),
            '[Ꜽꜽ]', 'AY', 'g'),
            '[ȸ]', 'DB', 'g'),
            '[ʣʥ]', 'DZ', 'g'),
            '[ƕ]', 'HV', 'g'),
            '[Ỻỻ]', 'LL', 'g'),
            '[ʪ]', 'LS', 'g'),
            '[ʫ]', 'LZ', 'g'),
            '[Œœɶ]', 'OE', 'g'),
            '[Ƣƣ]', 'OI', 'g'),
            '[Ꝏꝏ]', 'OO', 'g'),
            '[ȹ]', 'QP', 'g'),
            '[ßẞ]', 'SS', 'g'),
            '[ÞþᵺꝤꝥꝦꝧ]', 'TH', 'g'),
            '[ʦ]', 'TS', 'g'),
            '[ᵫ]', 'UE', 'g'),
            '[Ꝡꝡ]', 'VY', 'g'),
        'ȺᴀᶏⱥƀƁƂƃɃɓʙᴃᵬᶀƇƈȻȼɕᴄꞒꞓÐðĐđƉƊƋƌȡɖɗᴅᴆᵭᶁᶑꝱꝹꝺƐɆɇɛᴇᶒᶓⱸƑ'
            'ƒᵮᶂꜰꝻꝼƓǤǥɠɡɢʛᶃꞠꞡĦħɦɧʜⱧⱨꞪıƖƗɨɪᵻᶖȷɈɉɟʝᴊƘƙᴋᶄⱩⱪꝀꝁꝂꝃꝄꝅꞢ'
            'ꞣŁłƚȴȽɫɬɭʟᴌᶅⱠⱡⱢꝆꝇꝈꝉꝲɱᴍᵯᶆⱮꝳŊŋƝƞȵɲɳɴᵰᶇꝴꞐꞑꞤꞥØøᴏⱺꝊꝋꝌꝍƤ'
            'ƥᴘᵱᵽᶈⱣꝐꝑꝒꝓꝔꝕĸʠꝖꝗꝘꝙɌɍɼɽɾʀᵲᵳᶉⱤꝵꝶꞦꞧȿʂᵴᶊẜẝⱾꜱꞨꞩŦŧƫƬƭƮȶȾ'
            'ʈᴛᵵⱦꝷꞆꞇɄʉᴜᵾᶙƲʋᴠᶌỼỽⱱⱴꝞꝟᴡⱲⱳᶍƳƴɎɏʏỾỿƵƶȤȥɀʐʑᴢᵶᶎⱫⱬⱿ',
        'AAAABBBBBBBBBBCCCCCCCCDDDDDDDDDDDDDDDDDDDEEEEEEEEF'
            'FFFFFFGGGGGGGGGGHHHHHHHHIIIIIIIJJJJJJKKKKKKKKKKKKK'
            'KLLLLLLLLLLLLLLLLLLLMMMMMMNNNNNNNNNNNNNNNOOOOOOOOP'
            'PPPPPPPPPPPPQQQQQQRRRRRRRRRRRRRRSSSSSSSSSSTTTTTTTT'
            'TTTTTTTUUUUUVVVVVVVVVVWWWXYYYYYYYZZZZZZZZZZZZZ'),
    '[^A-Za-z0-9]', '', 'g'))
where normalize(concat_ws(' ', c.ho, c.chu_dem, c.ten), NFKD) ~ (
    '[ȺᴀᶏⱥꜲꜳÆæᴁꜴꜵꜶꜷꜸꜹꜺꜻꜼꜽƀƁƂƃɃɓʙᴃᵬᶀƇƈȻȼɕᴄꞒꞓƊƋƌȡɗᴅᴆᵭᶁᶑꝱꝹꝺȸʣʥƐ'
    'ɆɇɛᴇᶒᶓⱸƑƒᵮᶂꜰꝻꝼƓǤǥɠɡɢʛᶃꞠꞡĦħɦɧʜⱧⱨꞪƕƖƗɨɪᵻᶖȷɈɉɟʝᴊƘƙᴋᶄⱩⱪꝀꝁꝂꝃꝄꝅꞢꞣ'
    'ŁłƚȴȽɫɬɭʟᴌᶅⱠⱡⱢꝆꝇꝈꝉꝲỺỻʪʫɱᴍᵯᶆⱮꝳŊŋƝƞȵɲɳɴᵰᶇꝴꞐꞑꞤꞥØøᴏⱺꝊꝋꝌꝍŒœɶƢƣꝎꝏƤ'
    'ƥᴘᵱᵽᶈⱣꝐꝑꝒꝓꝔꝕĸʠꝖꝗꝘꝙȹɌɍɼɽɾʀᵲᵳᶉⱤꝵꝶꞦꞧȿʂᵴᶊẜẝⱾꜱꞨꞩẞŦŧƫƬƭƮȶȾʈᴛᵵⱦꝷꞆꞇ'
    'ÞþᵺꝤꝥꝦꝧʦɄʉᴜᵾᶙᵫƲʋᴠᶌỼỽⱱⱴꝞꝟꝠꝡᴡⱲⱳᶍƳƴɎɏʏỾỿƵƶȤȥɀʐʑᴢᵶᶎⱫⱬⱿ]');

comment on column register.citizen.name_folded is
    'upper case, letters A to Z and digits only, letters as unaccent has them; what askers send, by NameNormalizer.fold';
