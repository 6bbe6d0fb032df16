/** What the command says and how it shows an answer: its texts in both languages, tables, times in local time. */
@NullMarked
package vn.dancu.bus.command.text;

import org.jspecify.annotations.NullMarked;
