# The jar holds the native libraries of the platform it was built on, so it is built here, for the image's own.
FROM eclipse-temurin:17-jdk-jammy AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY .ci .ci
COPY frontend frontend
COPY src src
RUN ./mvnw -B -ntp -q package -DskipTests

FROM eclipse-temurin:17-jre-jammy
RUN apt-get update && apt-get install -y --no-install-recommends curl libgomp1 && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /var/lib/skyline skyline
USER skyline
WORKDIR /var/lib/skyline
COPY --from=build /build/target/skyline-*.jar /opt/skyline/skyline.jar
ENV SKYLINE_DATA_DIR=/var/lib/skyline/data
RUN mkdir data
VOLUME /var/lib/skyline/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD curl -fsS http://127.0.0.1:8080/actuator/health || exit 1
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx512m", "-jar", "/opt/skyline/skyline.jar"]
