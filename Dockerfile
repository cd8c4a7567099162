FROM node:26.10.0-slim
WORKDIR /makker
ENV NODE_ENV=production NODE_COMPILE_CACHE=/tmp/node-compile-cache
COPY package.json package-lock.json .npmrc ./
# The optional packages are Node itself, which the image has.
RUN npm ci --omit=dev --omit=optional --ignore-scripts
COPY migrations migrations
COPY src src
# The embedded database's folder, for those who run without PostgreSQL.
RUN mkdir -p .data/journal && chown -R node:node .data
USER node
EXPOSE 3000
CMD ["node", "src/main.ts"]
