/** Every global that Google may call: custom functions, menu, triggers and what the sidebar asks for; one line each. */
export { OKR_BAR, OKR_EXPLAIN, OKR_GRADE, OKR_SCORE } from './functions/score';
export { OKR_EXPECTED, OKR_NEEDED, OKR_STATUS } from './functions/pace';
export { OKR_KPI } from './functions/kpi';
export { OKR_ROLLUP } from './functions/rollUp';
export { OKR_ACTIONS, OKR_KEY_RESULTS, OKR_KPIS, OKR_OBJECTIVES } from './functions/tables';
