import type { ServiceOptions } from '../service.ts';
import type { Metrics } from './metrics.ts';

type Told = Pick<
  ServiceOptions,
  | 'onPost'
  | 'onRelayTrouble'
  | 'onTrouble'
  | 'onZaloTrouble'
  | 'onZaloStanding'
  | 'onActed'
  | 'onMail'
  | 'onMailTrouble'
  | 'onRestarted'
  | 'onWatchTrouble'
>;

/** The same listeners, with all they hear counted too. */
export function observing<T extends Told>(metrics: Metrics, told: T): T {
  return {
    ...told,
    onPost: (event) => {
      metrics.post(event, Date.now());
      told.onPost(event);
    },
    onRelayTrouble: counted(metrics, 'relay', told.onRelayTrouble),
    onTrouble: counted(metrics, 'pages', told.onTrouble),
    onZaloTrouble: counted(metrics, 'zalo', told.onZaloTrouble),
    onMailTrouble: counted(metrics, 'mail', told.onMailTrouble),
    onWatchTrouble: counted(metrics, 'watch', told.onWatchTrouble),
    onZaloStanding: (standing) => {
      metrics.zalo(standing);
      told.onZaloStanding?.(standing);
    },
    onActed: (acted) => {
      metrics.acted(acted.type);
      told.onActed?.(acted);
    },
    onMail: (mail) => {
      metrics.mail(mail.aside);
      told.onMail(mail);
    },
    onRestarted: (ids) => {
      metrics.restarted(ids.length);
      told.onRestarted(ids);
    },
  } satisfies Told as T;
}

function counted(metrics: Metrics, part: Parameters<Metrics['trouble']>[0], tell: (error: unknown) => void) {
  return (error: unknown): void => {
    metrics.trouble(part);
    tell(error);
  };
}
