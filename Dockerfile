# The production package as `mvn package` leaves it: no sandbox, no embedded server, no secret.
FROM eclipse-temurin:17-jre

RUN groupadd --system --gid 10001 dancu \
 && useradd --system --uid 10001 --gid dancu --no-create-home --shell /usr/sbin/nologin dancu

WORKDIR /opt/dancu
COPY target/dancu-bus-*.jar dancu-bus.jar
COPY routes/ routes/
COPY bin/ bin/

# The classes of a start as the JVM wants them (AppCDS): this start loads them and ends, since it finds no database.
RUN java -Djarmode=tools -jar dancu-bus.jar extract --destination app \
 && (java -XX:ArchiveClassesAtExit=app/dancu-bus.jsa -jar app/dancu-bus.jar \
      --spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none > /dev/null || true) \
 && test -s app/dancu-bus.jsa

USER dancu
EXPOSE 8080 8081

HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]

ENTRYPOINT ["java", "-XX:SharedArchiveFile=app/dancu-bus.jsa", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "app/dancu-bus.jar"]
