import cors from 'cors';

/** What is published for programs may be read from any site (Presentation API 3.0 §6.1), with what its headers say. */
export const anyOrigin = cors({
  methods: ['GET', 'HEAD', 'OPTIONS'],
  exposedHeaders: ['Allow', 'Content-Location', 'ETag', 'Link', 'Location', 'Preference-Applied'],
  maxAge: 86_400,
});
