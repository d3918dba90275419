// Loaded into every server that a script starts: the channel to the parent closes when the parent dies, even by
// kill -9, and a server without its parent would hold its port for ever.
process.on('disconnect', () => process.exit(1))
// The listener keeps the process alive. Ours may end when it is done; the workers that it starts in turn live by it.
if (String(process.ppid) === process.env.STARTEX_PARENT) process.channel?.unref()
