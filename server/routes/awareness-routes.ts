import { Hono, type Context } from 'hono'
import { atTheDoor } from '#server/awareness/at-the-door.ts'
import { closePerception } from '#server/awareness/perception/close-perception.ts'
import { openPerception } from '#server/awareness/perception/open-perception.ts'
import { readTickets } from '#server/awareness/perception/read-tickets.ts'
import { sendPerception } from '#server/awareness/perception/send-perception.ts'
import { closeQuiz } from '#server/awareness/quiz/close-quiz-round.ts'
import { openQuiz } from '#server/awareness/quiz/open-quiz-round.ts'
import { readQuiz } from '#server/awareness/quiz/read-quiz.ts'
import { sendQuiz } from '#server/awareness/quiz/send-quiz.ts'
import { readPerception } from '#server/awareness/read-awareness.ts'
import type { AppEnv } from '#server/http/app-env.ts'
import { readBody } from '#server/http/read-body.ts'
import { reply } from '#server/http/reply.ts'
import { socketAddress } from '#server/http/socket-address.ts'
import type { Services } from '#server/services.ts'

/** The advisor's side of the quiz and of the survey, and what everybody of the accompaniment may read of them. */
export function awarenessRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.get('/:id/quiz', async (c) => reply(c, await readQuiz(services, c.var.actor, { ...c.req.param(), body: {} })))

  app.post('/:id/quiz/rounds', async (c) =>
    reply(c, await openQuiz(services, c.var.actor, { ...c.req.param(), body: await readBody(c) }), 201),
  )

  app.post('/:id/quiz/rounds/:round/close', async (c) =>
    reply(c, await closeQuiz(services, c.var.actor, { ...c.req.param(), body: await readBody(c) })),
  )

  app.get('/:id/perception', async (c) =>
    reply(c, await readPerception(services, c.var.actor, { ...c.req.param(), body: {} })),
  )

  app.post('/:id/perception', async (c) =>
    reply(c, await openPerception(services, c.var.actor, { ...c.req.param(), body: await readBody(c) }), 201),
  )

  app.post('/:id/perception/close', async (c) =>
    reply(c, await closePerception(services, c.var.actor, { ...c.req.param(), body: await readBody(c) })),
  )

  app.get('/:id/perception/tickets', async (c) =>
    reply(c, await readTickets(services, c.var.actor, { ...c.req.param(), body: {} })),
  )

  return app
}

/** Seconds after which a code refused for a while is worth another try. */
const retryAfter = 120

/** The phones' side: no account, and what is sent appears in no path. */
export function answerRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const answer = (use: typeof sendQuiz) => async (c: Context<AppEnv>) => {
    const body = await readBody(c)
    const sent = await atTheDoor(services, socketAddress(c), () => use(services, body))
    if (!sent.ok && sent.problem.code === 'too-many-requests') c.header('retry-after', String(retryAfter))
    return reply(c, sent)
  }

  app.post('/quiz/answers', answer(sendQuiz))
  app.post('/perception/answers', answer(sendPerception))

  return app
}
