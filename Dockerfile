FROM node:26-slim
WORKDIR /makker
ENV NODE_ENV=production NODE_COMPILE_CACHE=/tmp/node-compile-cache
COPY package.json package-lock.json .npmrc ./
# Without the install scripts npm fetches no Node of its own: the image is one.
RUN npm ci --omit=dev --ignore-scripts
COPY migrations migrations
COPY src src
# The embedded database's folder, for those who run without PostgreSQL.
RUN mkdir -p .data/journal && chown -R node:node .data
USER node
EXPOSE 3000
CMD ["node", "src/main.ts"]
