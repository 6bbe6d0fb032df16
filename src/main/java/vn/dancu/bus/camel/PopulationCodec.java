package vn.dancu.bus.camel;

import java.io.InputStream;
import java.util.function.Function;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationXml;

/** The messages of the population service on one wire. */
record PopulationCodec(
        Function<InputStream, CitizenQuery> reader,
        Function<CitizenQuery, byte[]> questions,
        Function<Answer, byte[]> answers,
        Function<Refusal, byte[]> refusals) {

    static PopulationCodec of(PopulationXml xml) {
        return new PopulationCodec(xml::readQuery, xml::writeQuery, xml::write, xml::write);
    }

    static PopulationCodec of(PopulationJson json) {
        return new PopulationCodec(json::readQuery, json::writeQuery, json::write, json::write);
    }
}
