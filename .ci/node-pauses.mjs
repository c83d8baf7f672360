// Serves each argument as the body of every answer on a port of its own, with all that node:http does by default.
import http from 'node:http';

process.argv.slice(2).forEach((body, index) => {
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('Content-Type', 'application/json').end(body));
  });
  server.listen(0, '127.0.0.1', () => console.log(`${index} ${server.address().port}`));
});
