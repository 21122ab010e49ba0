/** The version of the API travels as a parameter of the media type, on GET as well (REST licensing sample). */
export const MEDIA_TYPE = 'application/json; api-version=1.0';
