# Builds Scorebook and runs it on the folder that is mounted at /site.
FROM rust:1-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends build-essential pkg-config && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN cargo install --path . --locked --root /installed

FROM debian:stable-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
COPY --from=build /installed/bin/scorebook /usr/local/bin/scorebook
WORKDIR /site
ENTRYPOINT ["scorebook"]
