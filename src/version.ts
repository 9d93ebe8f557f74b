/** The version of this build, as package.json says it: of page, worker and command line alike. */
export { version as VERSION } from '../package.json';
