import { join } from 'node:path';
import type { Config } from './config.ts';

/**
 * The settings of the sample office: a data folder of its own inside the office's, and no channel, whatever the office
 * has set up. Nothing leaves, and nothing of the office is touched.
 */
export function sampleConfig(config: Config): Config {
  const dataFolder = join(config.dataFolder, 'mau');
  const { dkim: _, ...mail } = config.mail;
  return {
    ...config,
    dataFolder,
    database: undefined,
    console: {
      ...config.console,
      keyFile: join(dataFolder, 'link-keys.json'),
      evidenceFolder: join(dataFolder, 'evidence'),
      draftsFolder: join(dataFolder, 'drafts'),
    },
    policiesFolder: join(dataFolder, 'policies'),
    used: undefined,
    // Nobody is to be called out of bed for a sample.
    operators: undefined,
    mail: { ...mail, smtpUrl: undefined, from: undefined, inbox: undefined, returnPath: undefined, dkim: undefined },
    zalo: { ...config.zalo, appId: undefined, appSecret: undefined, oaSecret: undefined, templateId: undefined },
    // A Temporal server of others is not for samples: it would keep their runs.
    temporal: { ...config.temporal, address: undefined, apiKey: undefined, tls: undefined, deployment: undefined },
  };
}
