package vn.dancu.bus.enrichment.merge;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class EnrichmentMergeWiring {

    @Bean
    ChunkStaging chunkStaging(JdbcTemplate jdbc) {
        return new JdbcChunkStaging(jdbc);
    }

    @Bean
    JdbcChunkMerge chunkMerge(JdbcTemplate jdbc) {
        return new JdbcChunkMerge(jdbc, new JdbcEnrichedGroups(jdbc));
    }
}
