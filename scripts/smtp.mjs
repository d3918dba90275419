// A mail server for tests, in a process of its own: the package's SMTP server, told by its parent how to behave. Says
// { port } once it listens, and { letter, envelope } for each letter that it has taken.
import { SMTPServer } from 'smtp-server'

/** @type {{ greeting?: number, rcpt?: number, data?: number, drop?: boolean, silent?: boolean, hold?: boolean, auth?: boolean, tls?: boolean, utf8?: boolean }} */
let manners = {}
let release = () => {}

const refusal = code => Object.assign(new Error('as the test wants it'), { responseCode: code })

function serverFor(given) {
  const hidden = [...(given.tls ? [] : ['STARTTLS']), ...(given.auth ? [] : ['AUTH'])]
  return new SMTPServer({
    disabledCommands: hidden,
    hideSMTPUTF8: !given.utf8,
    authOptional: !given.auth,
    allowInsecureAuth: true,
    logger: false,
    onAuth: (_auth, _session, done) => done(refusal(535)),
    onConnect: (_session, done) => done(manners.greeting ? refusal(manners.greeting) : null),
    onRcptTo: (_address, _session, done) => done(manners.rcpt ? refusal(manners.rcpt) : null),
    onData: takeLetter,
  })
}

function takeLetter(stream, session, done) {
  const parts = []
  stream.on('data', part => parts.push(part))
  stream.on('end', async () => {
    if (manners.data) return done(refusal(manners.data))
    const letter = Buffer.concat(parts).toString('utf8')
    if (manners.hold) {
      const released = new Promise(resolve => {
        release = resolve
      })
      process.send?.({ held: true })
      await released
    }
    process.send?.({ letter, envelope: session.envelope })
    // The letter is taken, but nobody hears of it.
    if (manners.drop) for (const connection of server.connections) connection.close()
    else if (!manners.silent) done()
  })
}

let server = serverFor({})

process.on('message', message => {
  if (message.release) return release()
  manners = message.manners
  server.close(() => {})
  server = serverFor(manners)
  server.on('error', () => {})
  server.listen(0, '127.0.0.1', () => process.send?.({ port: server.server.address().port }))
})
process.on('disconnect', () => process.exit(0))
