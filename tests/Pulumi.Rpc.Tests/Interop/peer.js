// The other side of the interop tests: @grpc/grpc-js, with raw bytes instead of generated messages.
//   node peer.js serve          -> prints its port, answers until stdin ends
//   node peer.js call ADDRESS   -> calls the server there, prints what came back as JSON
const grpc = require('@grpc/grpc-js');
const raw = { requestStream: false, responseStream: false, requestSerialize: b => b, requestDeserialize: b => b, responseSerialize: b => b, responseDeserialize: b => b };
const method = name => ({ ...raw, path: `/pulumirpc.ResourceMonitor/${name}` });
const large = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };

function serve() {
  const server = new grpc.Server(large);
  server.addService({ SupportsFeature: method('SupportsFeature'), RegisterResource: method('RegisterResource'), Invoke: method('Invoke'), ReadResource: method('ReadResource') }, {
    SupportsFeature: (call, done) => done(null, Buffer.from([8, 1])),
    RegisterResource: (call, done) => done({ code: grpc.status.INVALID_ARGUMENT, details: 'größer als 100% 💸' }),
    Invoke: (call, done) => done(null, call.request.length > 1000000 ? Buffer.alloc(0) : Buffer.from([24, 1])),
    ReadResource: () => {},
  });
  server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => console.log(error ? String(error) : port));
  process.stdin.on('end', () => process.exit(0)).resume();
}

function call(address) {
  const results = {};
  const unary = (key, path, bytes, options = {}, deadline = 10000) => new Promise(done => {
    const client = new grpc.Client(address, grpc.credentials.createInsecure(), { ...large, ...options });
    client.makeUnaryRequest(path, b => b, b => b, bytes, new grpc.Metadata(), { deadline: Date.now() + deadline }, (error, answer) => {
      results[key] = error ? { code: error.code, details: error.details } : { bytes: answer.length, head: answer.subarray(0, 2).toString('hex') };
      client.close();
      done();
    });
  });
  const feature = Buffer.concat([Buffer.from([10, 7]), Buffer.from('secrets')]);
  Promise.all([
    unary('plain', '/pulumirpc.ResourceMonitor/SupportsFeature', feature),
    unary('gzip', '/pulumirpc.ResourceMonitor/SupportsFeature', feature, { 'grpc.default_compression_algorithm': 2 }),
    unary('failing', '/pulumirpc.ResourceMonitor/RegisterResource', Buffer.alloc(0)),
    unary('crashing', '/pulumirpc.ResourceMonitor/Invoke', Buffer.alloc(0)),
    unary('unknown', '/pulumirpc.ResourceMonitor/NoSuchMethod', Buffer.alloc(0)),
    unary('slow', '/pulumirpc.ResourceMonitor/ReadResource', Buffer.alloc(0), {}, 300),
  ]).then(() => console.log(JSON.stringify(results)));
}

process.argv[2] === 'serve' ? serve() : call(process.argv[3]);
