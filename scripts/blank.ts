/**
 * Takes away what an operator's .env gives, since Next reads that file by itself: an empty variable counts as none, and
 * no test may reach a real database or send a real mail.
 */
export const blank = {
  BASE_URL: '',
  DATABASE_URL: '',
  STARTEX_DATABASE_URL: '',
  SMTP_URL: '',
  MAIL_FROM: '',
  OIDC_ISSUER: '',
  OIDC_CLIENT_ID: '',
  OIDC_CLIENT_SECRET: '',
  HOST: '',
  PORT: '',
  PATIENCE: '',
}
