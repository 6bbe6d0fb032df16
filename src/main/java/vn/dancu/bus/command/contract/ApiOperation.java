package vn.dancu.bus.command.contract;

import java.util.List;
import java.util.Map;
import vn.dancu.bus.command.text.BilingualText;

/**
 * An operation of the administration API.
 *
 * @param command words of the command, such as {@code partner suspend}
 * @param method HTTP method
 * @param path template with parameter names in braces
 * @param roles codes of the roles that may call it
 * @param takesBody whether it takes a JSON body
 * @param takesBundle whether the body holds a bundle of routes, which the command reads from a folder
 * @param isFile whether the answer is a file to save
 * @param headings what the properties of the answer are called; one without a heading is shown by its name
 */
public record ApiOperation(
        List<String> command,
        String method,
        String path,
        BilingualText summary,
        List<String> roles,
        List<OperationInput> inputs,
        boolean takesBody,
        boolean takesBundle,
        boolean isFile,
        Map<String, BilingualText> headings) {

    public List<OperationInput> inputs(OperationInput.Location location) {
        return inputs.stream().filter(input -> input.location() == location).toList();
    }
}
