package vn.dancu.bus.command;

import java.util.List;

/**
 * One operation of the administration, as the contract has it.
 *
 * @param words the command, such as {@code partner suspend}
 * @param method HTTP
 * @param path with names in braces
 * @param roles codes, one of which it takes
 * @param takesBody whether a JSON body goes with it
 * @param isFile whether the answer is a file to be kept
 */
record Operation(
        List<String> words,
        String method,
        String path,
        Text summary,
        List<String> roles,
        List<Input> inputs,
        boolean takesBody,
        boolean isFile) {

    List<Input> inputs(Input.Place place) {
        return inputs.stream().filter(input -> input.place() == place).toList();
    }
}
