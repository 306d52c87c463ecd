import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type MailFault, type MailStage, smtpErrorOf } from './mail-faults.ts';
import { type ReceivedMail, readMail } from './received-mail.ts';

export interface MailServerOptions {
  readonly port?: number;
  /** Where given, nothing is taken without it. */
  readonly auth?: { readonly user: string; readonly password: string };
  /** Called with each message taken. */
  readonly onMail?: (mail: ReceivedMail) => void;
}

export interface MailServer {
  readonly port: number;
  /** `smtp://…`, with the credentials where there are any. */
  readonly url: string;
  /** Messages taken, in order; also those whose sender never heard so. */
  readonly mails: readonly ReceivedMail[];
  /** Connections opened so far. */
  readonly connections: number;
  /** The next `times` sessions that reach the fault's stage run into it. */
  inject(fault: MailFault, times?: number): void;
  /** Whatever was injected and nobody has run into is forgotten: the server is well again. */
  heal(): void;
  /** Ends every open connection, as a server does with idle ones. */
  dropConnections(): void;
  stop(): Promise<void>;
}

/** A real SMTP server on loopback that keeps what it is given and fails on request. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const faults: MailFault[] = [];
  const sockets = new Map<number, Socket>();
  const { auth } = options;
  let connections = 0;

  /** Acts out the fault waiting for this stage, if any; else goes on. */
  const pass = (stage: MailStage, session: SMTPServerSession, next: (err?: Error) => void): void => {
    const index = faults.findIndex((f) => f.stage === stage);
    const [fault] = index < 0 ? [] : faults.splice(index, 1);
    if (fault === undefined) next();
    else if ('reply' in fault) next(smtpErrorOf(fault.reply));
    else if ('drop' in fault) sockets.get(session.remotePort)?.destroy();
    else if ('delayMs' in fault) setTimeout(next, fault.delayMs);
    // A server that has gone silent: the session stays open and nothing comes.
  };

  const server = new SMTPServer({
    authOptional: auth === undefined,
    disabledCommands: auth === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    hideSTARTTLS: true,
    hideDSN: false,
    closeTimeout: 20,
    onAuth: (given, _session, done) => {
      if (given.username === auth?.user && given.password === auth?.password) done(null, { user: given.username });
      else done(smtpErrorOf([535, '5.7.8 Authentication credentials invalid']));
    },
    onConnect: (session, done) => pass('connect', session, done),
    onMailFrom: (_address, session, done) => pass('mail', session, done),
    onRcptTo: (_address, session, done) => pass('rcpt', session, done),
    onData: (stream, session, done) => receive(stream, session, done),
  });

  const receive = (stream: SMTPServerDataStream, session: SMTPServerSession, done: (err?: Error) => void): void => {
    const chunks: Buffer[] = [];
    pass('data', session, (err) => {
      stream.once('data', () => pass('body', session, () => {}));
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (err) return done(err);
        const keep = () => {
          const mail = readMail(Buffer.concat(chunks), session.envelope);
          mails.push(mail);
          options.onMail?.(mail);
        };
        // Taken, and then the line goes dead: the sender cannot know.
        const fault = faults.find((f) => f.stage === 'taken');
        const early = fault !== undefined && !('reply' in fault);
        if (early) keep();
        pass('taken', session, (late) => {
          if (!early && !late) keep();
          done(late);
        });
      });
    });
  };

  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    connections++;
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.on('close', () => sockets.delete(port));
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const login = auth === undefined ? '' : `${encodeURIComponent(auth.user)}:${encodeURIComponent(auth.password)}@`;
  const dropConnections = () => {
    for (const socket of sockets.values()) socket.destroy();
  };
  return {
    port,
    url: `smtp://${login}127.0.0.1:${port}`,
    mails,
    get connections() {
      return connections;
    },
    inject: (fault, times = 1) => {
      for (let i = 0; i < times; i++) faults.push(fault);
    },
    heal: () => {
      faults.length = 0;
    },
    dropConnections,
    stop: () =>
      new Promise<void>((resolve) => {
        dropConnections();
        server.close(() => resolve());
      }),
  };
}
