import type { WorkflowClientInterceptor } from '@temporalio/client';
import { present } from '../dsl/present.ts';
import { pageDetails } from '../texts/temporal.ts';
import { DIRECTIVE_WORKFLOW, type DirectiveInput } from '../workflows/contract.ts';
import { officePage } from './page-address.ts';

/**
 * What a client is given so that the run of a directive it starts names the directive's page of the office, for whoever
 * operates Temporal. `pages`: where they are reached from outside; undefined where nobody could open them.
 */
export function namesItsPage(pages: string | undefined): WorkflowClientInterceptor {
  return {
    start(input, next) {
      if (pages === undefined || input.workflowType !== DIRECTIVE_WORKFLOW) return next(input);
      const [given] = input.options.args as readonly DirectiveInput[];
      const staticDetails = given && pageDetails(officePage(pages, given.directive.id));
      return next({ ...input, options: { ...input.options, ...present({ staticDetails }) } });
    },
  };
}
